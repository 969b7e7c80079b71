namespace Ermine.Architecture.Tests.Metadata;

/// <summary>A wall is as good as what it is told: the reader finds a name wherever it can stand.</summary>
public sealed class AssemblyFileTests
{
    [Theory]
    [InlineData("AsParent")]
    [InlineData("InAnInterface")]
    [InlineData("InAField")]
    [InlineData("InAParameter")]
    [InlineData("InAnAttribute")]
    [InlineData("InABody")]
    [InlineData("InAGenericArgumentOfACall")]
    [InlineData("InALocal")]
    [InlineData("InALambda")]
    [InlineData("InAnAsyncMethod")]
    [InlineData("InAConstraint")]
    [InlineData("InANestedType")]
    public void A_type_is_found(string where)
    {
        var found = Assemblies.This.Dependencies.Where(d => d.From.Namespace.EndsWith(".Planted", StringComparison.Ordinal) && d.From.Name == where);

        Assert.Contains(found, d => d.To.Namespace.EndsWith(".Planted", StringComparison.Ordinal) && d.To.Name.StartsWith("Sought", StringComparison.Ordinal));
    }

    [Fact]
    public void A_literal_is_found_with_the_type_that_it_stands_in() =>
        Assert.Contains(Assemblies.This.Literals(), l => l.Type.Name == "InABody" && l.Text == "a planted literal");

    [Fact]
    public void A_type_of_another_assembly_is_found_under_its_name() =>
        Assert.Contains(Assemblies.This.Dependencies, d => d is { From.Name: "AssemblyFileTests", To: { Namespace: "Xunit", Assembly: "xunit.core", Name: "FactAttribute" } });
}
