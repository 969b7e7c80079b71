using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: which kind of version fits depends on who else writes the documents.
public sealed class ETagRuleTests
{
    [Fact]
    public Task A_document_without_a_version_is_told() => RuleTest<ETagRule>.Says("ERM419", DiagnosticSeverity.Warning,
        "'Products.Show' has [ETag], and Product carries no version, so its answers get no ETag and every If-Match fails with 412; have it implement IVersioned or IRevisioned, or mark a member [Version]",
        Source("public sealed class Product { public Guid Id { get; set; } }", "{|#0:ETag|}", "Task<Product?>"));

    [Theory]
    [InlineData("ETag(typeof(Product))", "void")]
    [InlineData("ETag", "Task<Results<Ok<Product>, NotFound>>")]
    [InlineData("ETag", "Product")]
    public Task It_is_found_wherever_it_is_named(string attribute, string result) =>
        RuleTest<ETagRule>.Fires(Source("public sealed class Product { public Guid Id { get; set; } }", $"{{|ERM419:{attribute}|}}", result));

    [Theory]
    [InlineData("public sealed class Product : JasperFx.Metadata.IVersioned { public Guid Version { get; set; } }", "Product")]
    [InlineData("public sealed class Product : JasperFx.IRevisioned { public int Version { get; set; } }", "Task<Ok<Product>>")]
    [InlineData("public class Base { [Marten.Schema.Version] public Guid Version { get; set; } } public sealed class Product : Base { }", "Product")]
    [InlineData("public sealed class Product { }", "Task<IResult>")]
    [InlineData("public sealed class Product { }", "void")]
    public Task A_version_or_what_cannot_be_known_is_let_be(string product, string result) => RuleTest<ETagRule>.IsSilent(Source(product, "ETag", result));

    [Fact]
    public Task Half_typed_tags_are_borne() => RuleTest<ETagRule>.BearsHalfTyped(Source("public sealed class Product {", "ETag(typeof(", "Task<Prod"));

    private static string Source(string product, string attribute, string result) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        {{product}}
        public sealed class Products
        {
            [Function, Rest("GET /products"), {{attribute}}] public {{result}} Show() => throw new Exception();
        }
        namespace JasperFx.Metadata { public interface IVersioned { Guid Version { get; set; } } }
        namespace JasperFx { public interface IRevisioned { int Version { get; set; } } }
        namespace Marten.Schema { public sealed class VersionAttribute : Attribute; }
        """;
}
