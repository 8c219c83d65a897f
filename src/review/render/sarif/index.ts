export { reviewSarif, type SarifOptions } from "./review-sarif";
