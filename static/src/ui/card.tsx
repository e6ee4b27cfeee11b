/** Cards: a box, and a box that is one big link. */
import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";

interface CardProps {
  children: ComponentChildren;
  hero?: boolean | undefined;
  /** Names the card as a region for screen readers; the id of its heading. */
  labelledBy?: string | undefined;
}

export function Card({ children, hero = false, labelledBy }: CardProps) {
  const look = hero ? "card hero" : "card";
  return labelledBy ? (
    <section class={look} aria-labelledby={labelledBy}>
      {children}
    </section>
  ) : (
    <div class={look}>{children}</div>
  );
}

export function LinkCard({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <Link class="card" href={href}>
      {children}
    </Link>
  );
}
