/** Buttons, and links that look like them. */
import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";

export type ButtonLook = "main" | "quiet" | "sun" | "danger" | "text";

interface Look {
  children: ComponentChildren;
  look?: ButtonLook | undefined;
  small?: boolean | undefined;
}

interface ButtonProps extends Look {
  onClick?: ((event: MouseEvent) => void) | undefined;
  type?: "button" | "submit" | undefined;
  /** Work is under way: the button says so to screen readers and ignores taps, but keeps the focus. */
  busy?: boolean | undefined;
  label?: string | undefined;
}

function classOf(look: ButtonLook, small: boolean): string {
  return `btn${look === "main" ? "" : ` ${look}`}${small ? " small" : ""}`;
}

export function Button({
  children,
  look = "main",
  small = false,
  onClick,
  type = "button",
  busy = false,
  label,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={classOf(look, small)}
      aria-disabled={busy || undefined}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

export function ButtonLink({ children, look = "main", small = false, href }: Look & { href: string }) {
  return (
    <Link class={classOf(look, small)} href={href}>
      {children}
    </Link>
  );
}
