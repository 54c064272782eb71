-- Prices are told in the tenant's currency, and what is no currency code must not come in by any door, an import included.
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$');
