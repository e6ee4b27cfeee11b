/** The build gives the address of a file that ends so (see build.mjs). */
declare module "*.sheet.css" {
  const address: string;
  export default address;
}
