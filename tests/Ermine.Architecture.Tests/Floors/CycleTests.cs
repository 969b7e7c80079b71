using Ermine.Architecture.Tests.Metadata;

namespace Ermine.Architecture.Tests.Floors;

public sealed class CycleTests
{
    /// <summary>Registers the kernel; every other composition root is named by an <c>[assembly: ErmineProvider]</c>.</summary>
    private const string KernelRoot = "Ermine.Kernel.KernelProvider";

    [Fact]
    public void No_namespaces_of_an_assembly_know_each_other() =>
        Violations.None(Assemblies.Runtime.Values.Concat(Assemblies.Workshop.Values).SelectMany(a => Cycles.In(a.Dependencies, CompositionRoots(a))));

    [Fact]
    public void Composition_roots_are_found_by_their_attribute() =>
        Assert.Superset(new HashSet<string> { "Ermine.Http.HttpProvider", "Ermine.Queues.QueueProvider" }, CompositionRoots(Assemblies.Ermine));

    [Fact]
    public void A_cycle_around_a_third_namespace_is_found()
    {
        Dependency[] dependencies = [Between("A", "B"), Between("B", "C"), Between("C", "A"), Between("D", "A")];

        var found = Cycles.In(dependencies, new HashSet<string>()).ToArray();

        Assert.Equal(3, found.Length);
        Assert.Contains("Ermine.C.TypeOfC names Ermine.A.TypeOfA", found[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_composition_root_names_makes_no_cycle() =>
        Assert.Empty(Cycles.In([Between("A", "B"), Between("B", "A")], new HashSet<string> { "Ermine.B.TypeOfB" }));

    private static HashSet<string> CompositionRoots(AssemblyFile assembly) => [KernelRoot, .. assembly.TypesGivenTo("ErmineProviderAttribute")];

    private static Dependency Between(string from, string to) => new(new TypeName("Ermine.X", $"Ermine.{from}", $"TypeOf{from}"), new TypeName("Ermine.X", $"Ermine.{to}", $"TypeOf{to}"));
}
