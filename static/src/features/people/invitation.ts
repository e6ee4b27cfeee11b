/** Invitations as the server speaks of them: looked at without spending, spent, and for staff confirmed by a code. */
import { request } from "../../data/api";
import type { Me, Role } from "../../data/types";

/** What a code is for, and whose it is. */
export interface Found {
  purpose: "join" | "reset" | "device";
  role: Role;
  name: string;
  council: string;
  sign_in_name: string | null;
}

/** What staff need to set up their code app; `token` carries this half-done joining to its end. */
export interface Enrolment {
  secret: string;
  otpauth_uri: string;
  token: string;
}

/** A new invitation, as those who make one get it. */
export interface NewCode {
  code: string;
  expires_at: string;
}

type Spent = Me | { enrol: Enrolment };

export const lookAt = (code: string) => request<Found>("POST", "/invitations/look", { code });

/** What a code needs besides: a pass phrase to join or start again; the code app's digits when staff add a device. */
export interface Proof {
  pass_phrase?: string;
  second_factor?: string;
}

/** Uses the code up. Gives who is signed in now, or what staff have still to set up. */
export function spend(code: string, proof: Proof, deviceName: string): Promise<Spent> {
  return request<Spent>("POST", "/invitations/spend", { code, ...proof, device_name: deviceName });
}

export const confirmEnrolment = (token: string, code: string) =>
  request<Me & { recovery_codes: string[] }>("POST", "/invitations/confirm", { token, code });

/** The code in the address bar's fragment, taken out of the address and of the history so that nobody finds it there. */
export function takeCodeFromAddress(): string {
  const secret = location.hash.slice(1);
  if (secret) history.replaceState(history.state, "", location.pathname + location.search);
  return secret;
}
