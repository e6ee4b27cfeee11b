/** Where a person's own app begins once they are signed in. */
import type { Role } from "../../data/types";

export function homeOf(role: Role): string {
  switch (role) {
    case "adviser":
      return "/people";
    case "manager":
      return "/team";
    case "young_person":
      return "/";
  }
}
