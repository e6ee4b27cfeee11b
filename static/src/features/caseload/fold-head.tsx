/** The head of a fold that has nothing but words: an arrow says that it opens. */
import { Icon } from "../../ui/icon";

export function FoldHead({ words }: { words: string }) {
  return (
    <>
      <b class="grow">{words}</b>
      <Icon name="down" />
    </>
  );
}
