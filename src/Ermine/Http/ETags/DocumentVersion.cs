namespace Ermine.Http.ETags;

/// <summary>A document at one version.</summary>
/// <param name="Type">The document's type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version, as a text that an entity tag may have.</param>
public sealed record DocumentVersion(Type Type, object Id, string Version);
