using Ermine.Architecture.Tests.Metadata;

namespace Ermine.Architecture.Tests.Floors;

public sealed class FloorTests
{
    [Fact]
    public void Words_know_only_the_base_library() => Holds(Walls.Words);

    [Fact]
    public void The_kernel_knows_neither_ASP_NET_nor_SQL_nor_a_slice() => Holds(Walls.KernelKnowsNoFloorAbove);

    [Fact]
    public void The_kernel_knows_no_kind_of_trigger() => Holds(Walls.KernelKnowsNoKind(Kinds()));

    [Fact]
    public void Slices_know_no_database() => Holds(Walls.SlicesKnowNoDatabase);

    [Fact]
    public void Slices_do_not_name_each_other() => Holds(Walls.SlicesKnowNoSibling);

    [Fact]
    public void Only_the_PostgreSQL_provider_names_Npgsql() => Violations.None(Assemblies.Runtime.Values.SelectMany(a => Walls.OneAssemblyNamesNpgsql.BrokenBy(a.Dependencies)));

    [Fact]
    public void Providers_do_not_reference_each_other() => Violations.None(Assemblies.Runtime.SelectMany(a => Walls.BrokenReferences(a.Key, a.Value.References)));

    [Fact]
    public void Analyzers_reference_nothing_but_Roslyn() => Violations.None(Assemblies.Workshop.SelectMany(a => Walls.BrokenWorkshopReferences(a.Key, a.Value.References)));

    private static void Holds(Wall wall)
    {
        var dependencies = Assemblies.Ermine.Dependencies;

        Assert.Contains(dependencies, d => wall.Guards(d.From)); // a wall around nobody would always hold
        Violations.None(wall.BrokenBy(dependencies));
    }

    private static HashSet<TypeName> Kinds()
    {
        HashSet<TypeName> kinds = [.. Assemblies.Ermine.DerivedFrom("Ermine", "TriggerAttribute"), .. Assemblies.Ermine.DerivedFrom("Ermine", "ContractAttribute")];

        Assert.Contains(kinds, k => k.Name == "QueueTriggerAttribute");
        return kinds;
    }
}
