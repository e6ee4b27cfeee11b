/** A figure with the words that make it honest: "at least", "a year". Kept in reading order in right-to-left languages. */

interface MoneyProps {
  figure: string;
  before?: string | undefined;
  after?: string | undefined;
  big?: boolean | undefined;
}

export function Money({ figure, before, after, big = false }: MoneyProps) {
  return (
    <p class={big ? "money big" : "money"}>
      {before && <span class="words">{before} </span>}
      <bdi>{figure}</bdi>
      {after && <span class="words"> {after}</span>}
    </p>
  );
}
