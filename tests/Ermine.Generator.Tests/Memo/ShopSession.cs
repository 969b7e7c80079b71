using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ermine.Generator.Tests.Rules;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Memo;

/// <summary>One driver that lives through edits of the shop, beside new ones that have seen nothing of what was before.</summary>
internal sealed class ShopSession
{
    private static readonly ConcurrentDictionary<(string Assembly, string Library, string PlugIn, string Options), CSharpCompilation> Empty = new();

    // The fewest that the shop needs: new drivers are made by the hundred, and each looks through them all.
    private static readonly ImmutableArray<MetadataReference> References = [.. Compiled.References.Where(r => Path.GetFileName(r.Display)
        is "Ermine.dll" or "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll" or "System.Threading.dll" or "Microsoft.AspNetCore.Http.Abstractions.dll")];

    private static readonly Dictionary<string, ImmutableArray<MetadataReference>> Libraries = ChangingShop.Choices["library"].ToDictionary(queue => queue, queue => queue.Length == 0 ? [] : ImmutableArray.Create(Library("Lib", $$"""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop")]
        namespace Lib;
        public static class Known { public const string Queue = "{{queue}}"; }
        internal sealed class HiddenAttribute : System.Attribute;
        """)));

    private static readonly Dictionary<string, ImmutableArray<MetadataReference>> PlugIns = new()
    {
        [""] = [],
        ["built against the shop"] = [Library("PlugIn", "namespace PlugIn; public sealed class TurnedAttribute : Shop.TurningAttribute;", CSharpCompilation.Create("Shop",
            [UserProject.Tree(new SourceFile("Shop.cs", "namespace Shop; public abstract class TurningAttribute : Ermine.TriggerAttribute;"))], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference())],
    };

    private static readonly CSharpCompilationOptions Plain = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);

    private static readonly Dictionary<string, CSharpCompilationOptions> Options = new()
    {
        [""] = Plain,
        ["mapped paths"] = Plain.WithSourceReferenceResolver(new SourceFileResolver([], "/", [KeyValuePair.Create("/shop", "/mapped")])),
    };

    private readonly Dictionary<string, string> _chosen = ChangingShop.Choices.ToDictionary(c => c.Key, c => c.Value[0]);
    private readonly Dictionary<SourceFile, SyntaxTree> _trees = [];
    private readonly List<string> _edits = [];
    private GeneratorDriver _living = Drivers.New(trackSteps: false);

    /// <summary>Puts something else in a place. The same text in the same file is the same tree again, as it is for an editor that undoes.</summary>
    public void Choose(string place, string text)
    {
        _chosen[place] = text;
        _edits.Add($"{place}: {text.ReplaceLineEndings(" ")}");
    }

    /// <summary>Runs the living driver and a new one on trees of its own, asserts that they agree, and returns what they made.</summary>
    public string Run()
    {
        var files = Files();
        foreach (var file in files.Where(f => !_trees.ContainsKey(f))) _trees.Add(file, UserProject.Tree(file));
        _living = _living.RunGenerators(Compilation(files.Select(f => _trees[f])));
        var living = Text(_living);
        var expected = Text(Drivers.New(trackSteps: false).RunGenerators(Compilation(files.Select(UserProject.Tree))));

        if (Snapshots.Difference.Between(expected, living) is { } difference) Assert.Fail($"After {string.Join("\n  then ", _edits.TakeLast(12))}\nthe driver that lived through it differs at {difference}");
        return living;
    }

    // The references are bound once for all; the trees are what is new.
    private CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) =>
        Empty.GetOrAdd((_chosen["assembly"], _chosen["library"], _chosen["plugIn"], _chosen["options"]), static key => CSharpCompilation.Create(key.Assembly, [], [.. References, .. Libraries[key.Library], .. PlugIns[key.PlugIn]], Options[key.Options])).AddSyntaxTrees(trees);

    private SourceFile[] Files()
    {
        var files = ChangingShop.Files.Select(f => new SourceFile(f.Path == "Placed.cs" ? $"/shop/{_chosen["path"]}" : $"/shop/{f.Path}", Filled(f.Text))).Where(f => f.Text.Length > 0).Prepend(new SourceFile("/shop/Usings.cs", Compiled.Usings)).ToArray();
        return _chosen["order"] == "reversed" ? [.. files.Reverse()] : files;
    }

    private string Filled(string text) => _chosen.Aggregate(text, (filled, choice) => filled.Replace($"${choice.Key}$", choice.Value, StringComparison.Ordinal));

    private static string Text(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return string.Join("\n", result.GeneratedSources.OrderBy(s => s.HintName, StringComparer.Ordinal).Select(s => $"// ==== {s.HintName}\n{s.SourceText}"));
    }

    private static MetadataReference Library(string name, string text, params MetadataReference[] references)
    {
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(name, [UserProject.Tree(new SourceFile("Library.cs", text))], References.AddRange(references), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
