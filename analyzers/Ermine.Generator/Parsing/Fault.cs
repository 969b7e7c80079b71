using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Why a method cannot be a function. The generator records it, a rule reports it where it stands.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Message">What is wrong, why it matters here, what to do.</param>
/// <param name="Place">The symbol to which it belongs: the method or one of its parameters.</param>
/// <param name="Attribute">The attribute in which it stands, if it stands in one.</param>
/// <param name="Subject">The name that it is about, where neither place nor attribute says so: a route parameter's.</param>
/// <param name="At">Where it stands, if that is within the body of another method.</param>
internal sealed record Fault(string Rule, string Message, ISymbol Place, AttributeData? Attribute = null, string? Subject = null, Location? At = null)
{
    /// <summary>The compiler's own rule for a name that it does not know. No rule of ours repeats it.</summary>
    private const string UnknownName = "CS0246";

    /// <summary>A function that names what is not there: half-typed code, which does not compile, or a type that another generator makes,
    /// which does, so that only the catalog can say why the function is missing.</summary>
    public static Fault Unfinished(IMethodSymbol method, string name) => new(UnknownName,
        $"'{method.Name}' names '{name}', which is not known where generated code is written; if a source generator makes it, declare a part of it by hand, since generators do not see what others make", method);
}
