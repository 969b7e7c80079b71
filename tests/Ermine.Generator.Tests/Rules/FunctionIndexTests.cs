using System.Runtime.CompilerServices;
using Ermine.Generator.Rules;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Rules;

public sealed class FunctionIndexTests
{
    [Fact]
    public void All_rules_share_the_index_of_a_compilation()
    {
        var compilation = Compile();

        var index = FunctionIndex.Of(compilation);

        Assert.NotNull(index);
        Assert.Same(index, FunctionIndex.Of(compilation));
        Assert.Equal("List", Assert.Single(index.Functions).Name);
    }

    [Fact]
    public void Functions_are_found_however_their_attribute_is_written()
    {
        var compilation = CSharpCompilation.Create("Polls", [CSharpSyntaxTree.ParseText("""
            global using Global = Ermine.FunctionAttribute;
            """), CSharpSyntaxTree.ParseText("""
            using Ermine;
            using Local = Ermine.FunctionAttribute;
            namespace A . B
            {
                namespace C { public class Outer<T> { public partial class Inner { [Function] public void A() { } } } }
                public record struct Polls { [Local] public void B() { } [Global()] public void C() { } }
            }
            """), CSharpSyntaxTree.ParseText("""
            namespace N;
            public interface IPolls { [global::Ermine.FunctionAttribute(Id = "d")] void D(); }
            public static class Plain { [System.Obsolete] public static void E() { } [Function] public static void NotErmines() { } }
            public sealed class FunctionAttribute : System.Attribute;
            """)], Compiled.References);

        var found = FunctionIndex.Of(compilation)!.Functions.Select(f => f.Name);

        Assert.Equal(["A", "B", "C", "D"], found);
    }

    [Fact]
    public void An_index_does_not_keep_its_compilation_alive()
    {
        var compilation = Index();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(compilation.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Index()
    {
        var compilation = Compile();
        Assert.Single(FunctionIndex.Of(compilation)!.Functions);
        return new WeakReference(compilation);
    }

    private static CSharpCompilation Compile() => CSharpCompilation.Create("Polls", [CSharpSyntaxTree.ParseText("""
        public static class Polls { [Ermine.Function, Ermine.Rest("GET /polls")] public static void List() { } }
        """)], Compiled.References);
}
