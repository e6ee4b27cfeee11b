/** Tabs are links to screens of the same kind, so that each has an address and the back key works. */
import { Link } from "wouter-preact";

interface TabsProps {
  /** What the set is, for screen readers. */
  label: string;
  tabs: readonly { href: string; words: string }[];
  current: string;
}

export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ href, words }) => (
        <Link key={href} href={href} aria-current={href === current ? "page" : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
