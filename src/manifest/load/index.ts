export * from "./load-manifests";
export * from "./read-manifest";
