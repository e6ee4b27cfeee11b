/** What went wrong with a form, at its top; takes the focus when it appears so that nobody misses it. */
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/index";

export interface FormError {
  /** The id of the field it is about; null when it is about the whole form. */
  field: string | null;
  words: string;
}

export function ErrorSummary({
  errors,
  title,
}: {
  errors: readonly FormError[];
  title?: string | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <p class="strong">{title ?? t("Please look at this again")}</p>
      <ul>
        {errors.map(({ field, words }) => (
          <li key={words}>
            {/* May be the server's, in another language than the screen: read in their own direction. */}
            <bdi>{field ? <FieldLink field={field} words={words} /> : words}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ field, words }: { field: string; words: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(field)?.focus();
      }}
    >
      {words}
    </a>
  );
}
