using Ermine.Architecture.Tests.Metadata;

namespace Ermine.Architecture.Tests.Floors;

/// <summary>Something that one part of the house must not know.</summary>
/// <param name="Says">The rule, as it is printed where it is broken.</param>
/// <param name="Guards">Which types it is about.</param>
/// <param name="Allows">What those may name.</param>
internal sealed record Wall(string Says, Func<TypeName, bool> Guards, Func<Dependency, bool> Allows)
{
    public IEnumerable<string> BrokenBy(IEnumerable<Dependency> dependencies) =>
        dependencies.Where(d => Guards(d.From) && !Allows(d)).Select(d => $"{d}: {Says}");
}
