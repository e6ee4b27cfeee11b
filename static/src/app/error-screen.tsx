/** The last net: when a screen breaks, plain words and a way on instead of a white page. */
import { Component, type ComponentChildren } from "preact";
import { t } from "../i18n/index";
import { Button } from "../ui/button";
import { Page } from "../ui/page";
import { APP_NAME } from "./name";

interface Props {
  children: ComponentChildren;
}

export class ErrorNet extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render() {
    return this.state.broken ? <ErrorScreen /> : this.props.children;
  }
}

function ErrorScreen() {
  return (
    <Page title={t("Something broke on this screen")} bar={APP_NAME}>
      <p>{t("It is our mistake, not yours. What you saved is still on this phone.")}</p>
      <Button onClick={() => location.reload()}>{t("Load the screen again")}</Button>
      <Button look="quiet" onClick={() => location.assign("/")}>
        {t("Go to Home")}
      </Button>
    </Page>
  );
}
