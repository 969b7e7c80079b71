namespace Ermine.Generator.Model;

/// <summary>The assembly and what it references.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="KnowsErmine">Whether it references Ermine at all.</param>
/// <param name="IsExecutable">Whether it is an app.</param>
/// <param name="NeedsProgram">Whether it is a web app without an entry point.</param>
/// <param name="Catalogs">The catalogs of referenced assemblies.</param>
/// <param name="Providers">What registers itself, slices of Ermine first.</param>
internal sealed record AppModel(string Assembly, bool KnowsErmine, bool IsExecutable, bool NeedsProgram, EquatableArray<string> Catalogs, EquatableArray<string> Providers)
{
    /// <summary>The name of the assembly's catalog in <c>ErmineCatalogs</c>; an underscore stays apart from the characters that an identifier lacks.</summary>
    public string CatalogName => $"{(char.IsDigit(Assembly[0]) ? "_" : "")}{string.Concat(Assembly.Select(c => char.IsLetterOrDigit(c) ? c.ToString() : c == '_' ? "__" : "_"))}";
}
