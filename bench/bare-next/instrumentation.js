// Otherwise Next takes the product's own from the folder above.
export function register() {}
