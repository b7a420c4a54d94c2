// The frontend build; filled by the first page that needs it.
