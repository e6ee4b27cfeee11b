/** A number to tap. */
import type { HelpContact } from "../../data/types";
import { Both, inBoth } from "../../ui/beside";
import { contactAddress, contactWords } from "../help/line-card";

/** A phone calls or texts it, with no need of the internet. */
export const byPhone = ({ type }: HelpContact) => type === "call" || type === "text";

interface PhoneNumberProps {
  contact: HelpContact;
  /** Whose number it is, for screen readers, where nothing else says so. */
  title: string;
}

export function PhoneNumber({ contact, title }: PhoneNumberProps) {
  return (
    <a class="pill" href={contactAddress(contact)}>
      <bdi>
        <Both {...inBoth(() => contactWords(contact))} />
      </bdi>
      {title && <span class="hidden">, {title}</span>}
    </a>
  );
}
