/** One line of a list of places to go, with what is chosen there now. */
import { Link } from "wouter-preact";
import { Icon } from "../../ui/icon";

export function Line({ href, words, now }: { href: string; words: string; now?: string }) {
  return (
    <li>
      <Link class="line" href={href}>
        <span class="grow">{words}</span>
        {now && <span class="s soft">{now}</span>}
        <Icon name="next" turns />
      </Link>
    </li>
  );
}
