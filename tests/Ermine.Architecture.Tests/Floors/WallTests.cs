using Ermine.Architecture.Tests.Metadata;

namespace Ermine.Architecture.Tests.Floors;

/// <summary>Every wall stops what it is there to stop, and lets through what must pass.</summary>
public sealed class WallTests
{
    [Theory]
    [InlineData("Ermine:Ermine.FunctionAttribute", "Microsoft.Extensions.Hosting.Abstractions:Microsoft.Extensions.Hosting.IHost", true)]
    [InlineData("Ermine:Ermine.FunctionAttribute", "Ermine:Ermine.Kernel.Outcome", true)]
    [InlineData("Ermine:Ermine.FunctionAttribute", "System.Runtime:System.Attribute", false)]
    [InlineData("Ermine:Ermine.Kernel.Pump", "Npgsql:Npgsql.NpgsqlConnection", false)]
    public void A_word_that_knows_more_than_the_base_library_is_found(string from, string to, bool broken) => Check(Walls.Words, from, to, broken);

    [Theory]
    [InlineData("Ermine:Ermine.Kernel.Pump", "Microsoft.AspNetCore.Http.Abstractions:Microsoft.AspNetCore.Http.HttpContext", true)]
    [InlineData("Ermine:Ermine.Kernel.Pump", "System.Data.Common:System.Data.Common.DbConnection", true)]
    [InlineData("Ermine:Ermine.Kernel.Pump", "Ermine:Ermine.Queues.IQueues", true)]
    [InlineData("Ermine:Ermine.Middleware.RetryMiddleware", "Ermine:Ermine.Http.Problems", true)]
    [InlineData("Ermine:Ermine.Middleware.RetryMiddleware", "Ermine:Ermine.Kernel.Outcome", false)]
    [InlineData("Ermine:Ermine.Kernel.Pump", "Microsoft.Extensions.Logging.Abstractions:Microsoft.Extensions.Logging.ILogger", false)]
    public void A_kernel_that_looks_up_is_found(string from, string to, bool broken) => Check(Walls.KernelKnowsNoFloorAbove, from, to, broken);

    [Theory]
    [InlineData("Ermine:Ermine.Kernel.Pump", "Ermine:Ermine.RestAttribute", true)]
    [InlineData("Ermine:Ermine.Http.RestEndpoint", "Ermine:Ermine.RestAttribute", false)]
    public void A_kernel_that_knows_a_trigger_is_found(string from, string to, bool broken) =>
        Check(Walls.KernelKnowsNoKind(new HashSet<TypeName> { Type("Ermine:Ermine.RestAttribute") }), from, to, broken);

    [Theory]
    [InlineData("Ermine:Ermine.Queues.Queues", "Marten:Marten.IDocumentSession", true)]
    [InlineData("Ermine:Ermine.Queues.Queues", "Ermine:Ermine.Kernel.IWorkStore", false)]
    public void A_slice_that_knows_a_database_is_found(string from, string to, bool broken) => Check(Walls.SlicesKnowNoDatabase, from, to, broken);

    [Theory]
    [InlineData("Ermine:Ermine.Queues.Queues", "Ermine:Ermine.Http.Problems", true)]
    [InlineData("Ermine:Ermine.Queues.Queues", "Ermine:Microsoft.AspNetCore.Builder.ErmineEndpoints", true)]
    [InlineData("Ermine:Ermine.Queues.Retention.Sweep", "Ermine:Ermine.Queues.Queues", false)]
    [InlineData("Ermine:Microsoft.AspNetCore.Builder.ErmineEndpoints", "Ermine:Ermine.Http.RestRoute", false)]
    [InlineData("Ermine:Ermine.Kernel.KernelProvider", "Ermine:Ermine.Middleware.RetryMiddleware", false)]
    public void A_slice_that_names_a_sibling_is_found(string from, string to, bool broken) => Check(Walls.SlicesKnowNoSibling, from, to, broken);

    [Theory]
    [InlineData("Ermine.RabbitMQ:Ermine.RabbitMQ.Channels", "Npgsql:Npgsql.NpgsqlConnection", true)]
    [InlineData("Ermine.Testing:Ermine.Testing.TestApp", "Npgsql:Npgsql.NpgsqlConnection", true)]
    [InlineData("Ermine.Testing:Ermine.Testing.Databases.TestDatabase", "Npgsql:Npgsql.NpgsqlConnection", false)]
    [InlineData("Ermine.Postgres:Ermine.Postgres.PostgresProvider", "Npgsql:Npgsql.NpgsqlConnection", false)]
    public void A_second_user_of_Npgsql_is_found(string from, string to, bool broken) => Check(Walls.OneAssemblyNamesNpgsql, from, to, broken);

    [Theory]
    [InlineData("Ermine", "Ermine.Postgres", true)]
    [InlineData("Ermine.Kafka", "Ermine.Postgres", true)]
    [InlineData("Ermine.Kafka", "Ermine", false)]
    [InlineData("Ermine.Testing", "Ermine.Postgres", false)]
    [InlineData("Ermine.Testing", "Ermine.Kafka", true)]
    public void A_provider_that_references_another_is_found(string from, string to, bool broken) => Assert.Equal(broken, Walls.BrokenReferences(from, ["System.Runtime", to]).Any());

    [Theory]
    [InlineData("Ermine", true)]
    [InlineData("Newtonsoft.Json", true)]
    [InlineData("Microsoft.CodeAnalysis.CSharp", false)]
    [InlineData("netstandard", false)]
    public void An_analyzer_that_references_more_than_Roslyn_is_found(string reference, bool broken) =>
        Assert.Equal(broken, Walls.BrokenWorkshopReferences("Ermine.Generator", [reference]).Any());

    private static void Check(Wall wall, string from, string to, bool broken) => Assert.Equal(broken, wall.BrokenBy([new Dependency(Type(from), Type(to))]).Any());

    private static TypeName Type(string text)
    {
        var (assembly, type) = (text.Split(':')[0], text.Split(':')[1]);
        return new TypeName(assembly, type[..type.LastIndexOf('.')], type[(type.LastIndexOf('.') + 1)..]);
    }
}
