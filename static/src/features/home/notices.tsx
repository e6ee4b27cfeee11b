/** Things about the account that its owner should know, like a one-time code that was used to get in. */
import { me } from "../../data/session";
import { formatDate, t } from "../../i18n/index";
import { Note } from "../../ui/note";

export function Notices() {
  const used = me.value?.notices.filter((notice) => notice.kind === "code_used") ?? [];
  return (
    <>
      {used.map((notice) => (
        <Note key={notice.at} look="stop">
          <p>
            {t(
              "A one-time code was used to get into your account on {date}. If this was not you, tell your PA today.",
              {
                date: formatDate(notice.at, "long"),
              },
            )}
          </p>
        </Note>
      ))}
    </>
  );
}
