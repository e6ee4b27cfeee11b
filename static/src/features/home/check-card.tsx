/** Room on Home for the card of the check. Without a connection at the first visit, My rights leads to it as well. */
import { lazyPart } from "../../ui/lazy-part";

// With the screens of My rights, which need the same rules: an entry of its own would cut the first script in pieces.
export const CheckCard = lazyPart(() => import("../rights/screens").then((screens) => screens.HomeCard));
