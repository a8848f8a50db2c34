// The model and its fixed texts are as near to every test here as if they stood beside it.
@_exported import RegistryModel
