/** The screens of this feature, in one chunk. */
export { AddDevice } from "./add-device";
export { Join } from "./join";
export { SignIn } from "./sign-in";
