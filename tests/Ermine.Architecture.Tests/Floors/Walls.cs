using Ermine.Architecture.Tests.Metadata;

namespace Ermine.Architecture.Tests.Floors;

/// <summary>The floors of docs/architecture.md, as walls.</summary>
internal static class Walls
{
    private const string Kernel = "Ermine.Kernel";
    private const string Middleware = "Ermine.Middleware";

    private static readonly string[] Database = ["Npgsql", "Marten", "Weasel", "JasperFx", "System.Data"];

    /// <summary>Floor 0.</summary>
    public static Wall Words { get; } = new(
        "words know only the base library",
        t => t is { Assembly: "Ermine", Namespace: "Ermine" },
        d => d.To.Namespace == "Ermine" || IsBaseLibrary(d.To));

    /// <summary>Floor 1: no ASP.NET, no SQL, no slice.</summary>
    public static Wall KernelKnowsNoFloorAbove { get; } = new(
        "the kernel knows neither ASP.NET, SQL, nor a slice",
        IsKernel,
        d => !IsDatabase(d.To) && !d.To.IsIn("Microsoft.AspNetCore") && (!d.To.IsIn("Ermine") || d.To.Namespace == "Ermine" || IsKernel(d.To)));

    /// <summary>Floor 2: slices use ports.</summary>
    public static Wall SlicesKnowNoDatabase { get; } = new("a slice uses the kernel's ports, never a database", t => t.Assembly == "Ermine", d => !IsDatabase(d.To));

    /// <summary>Floor 2: slices do not name each other.</summary>
    public static Wall SlicesKnowNoSibling { get; } = new(
        "a slice does not name another",
        t => SliceOf(t) is not null,
        d => SliceOf(d.To) is not { } other || other == SliceOf(d.From));

    /// <summary>Floor 3: one provider names the driver.</summary>
    public static Wall OneAssemblyNamesNpgsql { get; } = new(
        "only Ermine.Postgres names Npgsql",
        t => t.Assembly.StartsWith("Ermine", StringComparison.Ordinal) && t.Assembly != "Ermine.Postgres" && !t.IsIn("Ermine.Testing.Databases"), // which makes and drops the databases of tests
        d => !d.To.Assembly.StartsWith("Npgsql", StringComparison.Ordinal));

    /// <summary>Floor 1: kinds of triggers and contracts come from above.</summary>
    /// <param name="kinds">Types that derive from <c>TriggerAttribute</c> or <c>ContractAttribute</c>.</param>
    public static Wall KernelKnowsNoKind(IReadOnlySet<TypeName> kinds) => new("the kernel knows no kind of trigger", IsKernel, d => !kinds.Contains(d.To));

    /// <summary>What one assembly may reference of ours.</summary>
    public static IEnumerable<string> BrokenReferences(string assembly, IEnumerable<string> references) => references
        .Where(r => r.StartsWith("Ermine", StringComparison.Ordinal) && assembly switch
        {
            "Ermine" => true,
            "Ermine.Testing" => r is not ("Ermine" or "Ermine.Postgres"),
            _ => r is not "Ermine",
        })
        .Select(r => $"{assembly} references {r}: a provider knows the slices in Ermine, and no other provider");

    /// <summary>What an analyzer's assembly may reference.</summary>
    public static IEnumerable<string> BrokenWorkshopReferences(string assembly, IEnumerable<string> references) => references
        .Where(r => r != "netstandard" && !r.StartsWith("System.", StringComparison.Ordinal) && !r.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
        .Select(r => $"{assembly} references {r}: an analyzer knows Roslyn, and the words by name");

    private static bool IsKernel(TypeName type) => type.Assembly == "Ermine" && (type.IsIn(Kernel) || type.IsIn(Middleware));

    private static bool IsDatabase(TypeName type) => Database.Any(d => type.Assembly.StartsWith(d, StringComparison.Ordinal) || type.IsIn(d));

    private static bool IsBaseLibrary(TypeName type) => type.Assembly.StartsWith("System.", StringComparison.Ordinal) || (type.Assembly == "Ermine" && !type.IsIn("Ermine")); // the latter: attributes that the compiler embeds

    private static string? SliceOf(TypeName type) => type switch
    {
        { Assembly: not "Ermine" } => null,
        { Namespace: "Microsoft.AspNetCore.Builder" } => "Http", // MapErmine() stands where ASP.NET Core's own Map methods are found
        _ when type.IsIn("Ermine.Shared") => null, // what the analyzers are built from as well
        _ when !type.IsIn("Ermine") || IsKernel(type) || type.Namespace == "Ermine" => null,
        _ => type.Namespace.Split('.')[1],
    };
}
