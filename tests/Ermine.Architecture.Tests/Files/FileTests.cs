using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Files;

public sealed class FileTests
{
    /// <summary>Files over 400 lines, each with why it is not several.</summary>
    private static readonly Dictionary<string, string> Reasons = [];

    /// <summary>Files that stand in another namespace than their folder's, each with the reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["src/Ermine/Http/ErmineEndpoints.cs"] = "app.MapErmine() is found where app.MapGet() is, without a using",
        ["analyzers/Shared/IsExternalInit.cs"] = "the compiler looks for it there, and netstandard2.0 lacks it",
        ["analyzers/Shared/Index.cs"] = "the compiler looks for it there, and netstandard2.0 lacks it",
    };

    /// <summary>Source that is linked into several projects, so that no project's folder says its namespace.</summary>
    private static readonly Dictionary<string, string> Linked = new() { ["analyzers/Shared"] = "Ermine.Shared", ["tests/Ermine.Benchmarks/Http/Rest/Peers/Fluent"] = "Fluent" };

    [Fact]
    public void A_large_file_gives_its_reason() => Violations.None(FileChecks.Sizes(SourceTree.Code, Reasons));

    [Fact]
    public void One_type_stands_in_one_file_of_its_name() => Violations.None(SourceTree.Code.SelectMany(FileChecks.Types));

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var roots = SourceTree.Projects.ToDictionary(p => p.Folder, p => Path.GetFileNameWithoutExtension(p.Name));
        foreach (var (folder, space) in Linked) roots.Add(folder, space);

        Violations.None(SourceTree.Code.Where(f => !Elsewhere.ContainsKey(f.Path)).SelectMany(f => FileChecks.Namespaces(f, roots)));
    }

    [Fact]
    public void A_name_says_what_is_inside() => Violations.None(SourceTree.Files.SelectMany(FileChecks.Names));

    [Fact]
    public void Every_exception_from_a_rule_is_still_needed() => Violations.None(Elsewhere.Keys.Where(path => SourceTree.Files.All(f => f.Path != path)));

    [Theory]
    [InlineData("src/X/A.cs", "public sealed class A;\n", false)]
    [InlineData("src/X/A.cs", "public sealed class B;\n", true)]
    [InlineData("src/X/A.cs", "public sealed class A;\n\ninternal enum B { C }\n", true)]
    [InlineData("src/X/A.cs", "public sealed class A\n{\n    private sealed class Nested;\n}\n", false)]
    [InlineData("src/X/A.T.cs", "public sealed class A<T>;\n", false)]
    [InlineData("src/X/A.Part.cs", "public sealed partial class A;\n", false)]
    [InlineData("src/X/A.Part.cs", "public sealed class A;\n", true)]
    [InlineData("src/X/A.cs", "public readonly record struct A(int B);\n", false)]
    [InlineData("src/X/A.cs", "public delegate Task<int> A(Dictionary<string, int> b);\n", false)]
    [InlineData("src/X/A.cs", "public delegate Task<int> B<T>(T b);\n", true)]
    [InlineData("src/X/A.cs", "// nothing\n", true)]
    [InlineData("src/X/Program.cs", "return 0;\n", false)]
    public void A_file_that_holds_another_type_is_found(string path, string text, bool broken) => Assert.Equal(broken, FileChecks.Types(new SourceFile(path, text)).Any());

    [Theory]
    [InlineData("src/X/A.cs", "namespace X;\n", false)]
    [InlineData("src/X/Y/A.cs", "namespace X.Y;\n", false)]
    [InlineData("src/X/Y/A.cs", "namespace X;\n", true)]
    [InlineData("src/X/A.cs", "public class A;\n", true)]
    [InlineData("src/X/A.cs", "return 0;\n", false)]
    [InlineData("elsewhere/A.cs", "namespace X;\n", true)]
    public void A_namespace_that_is_no_folder_is_found(string path, string text, bool broken) =>
        Assert.Equal(broken, FileChecks.Namespaces(new SourceFile(path, text), new Dictionary<string, string> { ["src/X"] = "X" }).Any());

    [Theory]
    [InlineData("src/X/StringUtils.cs", true)]
    [InlineData("src/X/Common/A.cs", true)]
    [InlineData("src/X/QueueManager.cs", true)]
    [InlineData("src/X/HandlerBase.cs", true)]
    [InlineData("src/X/Database.cs", false)]
    [InlineData("src/X/Commons.cs", false)]
    public void An_empty_name_is_found(string path, bool broken) => Assert.Equal(broken, FileChecks.Names(new SourceFile(path, "")).Any());

    [Fact]
    public void A_large_file_without_a_reason_is_found()
    {
        var large = new SourceFile("src/X/A.cs", new string('\n', 400));

        Assert.Single(FileChecks.Sizes([large], new Dictionary<string, string>()));
        Assert.Empty(FileChecks.Sizes([large], new Dictionary<string, string> { ["src/X/A.cs"] = "it is one table" }));
        Assert.Single(FileChecks.Sizes([], new Dictionary<string, string> { ["src/X/A.cs"] = "it is one table" }));
    }
}
