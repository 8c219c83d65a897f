import type { NewFile } from "../new-file";

/** `.gitignore`: what is made from the manifests, and the state of environments that keep it here. */
export function gitignore(): NewFile {
  return {
    path: ".gitignore",
    text: "node_modules/\ncdktf.out/\n.meshwright/\n.terraform/\nterraform.tfstate*\n",
  };
}
