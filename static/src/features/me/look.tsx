/** How big the words are, and light or dark. */
import { type TextSize, type Theme, textSize, theme } from "../../data/settings";
import { t } from "../../i18n/index";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { Page } from "../../ui/page";
import { backToMe } from "./back";

export function Look() {
  const sizes: { value: TextSize; words: string }[] = [
    { value: "100", words: t("Normal") },
    { value: "125", words: t("Bigger") },
    { value: "150", words: t("Big") },
    { value: "200", words: t("Biggest") },
  ];
  const themes: { value: Theme; words: string }[] = [
    { value: "auto", words: t("Like my phone") },
    { value: "light", words: t("Light") },
    { value: "dark", words: t("Dark") },
  ];
  return (
    <Page title={t("Text size and colours")} back={backToMe()}>
      <Card>
        <Choices
          legend={t("Text size")}
          options={sizes}
          value={textSize.value}
          onChange={(size) => {
            textSize.value = size;
          }}
        />
      </Card>
      <Card>
        <Choices
          legend={t("Colours")}
          options={themes}
          value={theme.value}
          onChange={(chosen) => {
            theme.value = chosen;
          }}
        />
      </Card>
    </Page>
  );
}
