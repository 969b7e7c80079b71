using Ermine.Generator.Tests.Runs;

namespace Ermine.Generator.Tests.Emitting;

/// <summary>Names with which other generators have broken: what is generated compiles without a warning, and calls what the user meant.</summary>
public sealed class HostileNameTests
{
    private const string Job = "[Queue(\"jobs\")] public sealed record Job(int Id);";

    [Theory]
    [InlineData("request"), InlineData("context"), InlineData("ct"), InlineData("invocation"), InlineData("http"), InlineData("batch"), InlineData("target"), InlineData("result"), InlineData("catalog")]
    [InlineData("@class"), InlineData("@event"), InlineData("@await"), InlineData("async"), InlineData("var"), InlineData("value"), InlineData("args"), InlineData("_"), InlineData("field"), InlineData("global")]
    public void A_parameter_keeps_its_name(string name)
    {
        var run = UserProject.Library($$"""
            namespace Shop;
            {{Job}}
            public interface IService;
            public sealed record Filter(string @class, int Page, CancellationToken Ct, IService Result) { public string? @event { get; set; } public required string[] Tags { get; init; } }
            public sealed class Working(IService {{name}}Own, IService other)
            {
                [Function, QueueTrigger] public Task One(Job {{name}}, IService http_, CancellationToken ct_) => Task.FromResult(({{name}}, http_, {{name}}Own, other));
                [Function, QueueTrigger] public Task Many(IReadOnlyList<Job> {{name}}) => Task.FromResult({{name}});
                [Function, QueueTrigger] public Task Service(IService {{name}}, Job job) => Task.FromResult(({{name}}, job));
                [Function, QueueTrigger] public Task Cancel(CancellationToken {{name}}, Job job) => Task.FromResult(({{name}}, job));
                [Function, QueueTrigger] public Task Run(Ermine.Kernel.Invocation {{name}}, Job job) => Task.FromResult(({{name}}, job));
                [Function, Rest("GET /query")] public string Query(int? {{name}}, string http_, int target_ = 1) => $"{{{name}}}{http_}{target_}";
                [Function, Rest("POST /body")] public string Body(Job {{name}}, int? ct_ = null) => $"{{{name}}}{ct_}";
                [Function, Rest("GET /members")] public string Members([Microsoft.AspNetCore.Http.AsParameters] Filter {{name}}, [Microsoft.AspNetCore.Http.AsParameters] Filter other, string http_, string httpPage) => $"{{{name}}}{other}{http_}{httpPage}";
                [Function, Rest("POST /form")] public string Form([Microsoft.AspNetCore.Mvc.FromForm] Filter {{name}}, [FromCookie] string http_, [Microsoft.AspNetCore.Mvc.FromQuery] string[] ct_) => $"{{{name}}}{http_}{ct_}";
                [Function, Rest("GET /items")] public IAsyncEnumerable<Job> Items(int[] {{name}}, CancellationToken ct_) => throw new Exception($"{{{name}}}{ct_}");
                [Function, Rest("GET /context")] public string Context(Microsoft.AspNetCore.Http.HttpContext {{name}}) => $"{{{name}}}";
            }
            """.Replace("{{{", "{").Replace("}}}", "}")).Compile().Compiles().CompilesUnsilenced();

        Assert.Contains($"var {name} = batch", run.File("Working").Replace("batch_", "batch", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Ermine.Something;")]
    [InlineData("namespace Ermine.Kernel;")]
    [InlineData("namespace System;")]
    [InlineData("namespace Shop.System.Threading.Tasks;")]
    [InlineData("namespace Shop.Ermine.Kernel;")]
    [InlineData("namespace Shop.Microsoft.Extensions;")]
    [InlineData("namespace @event.@class;")]
    [InlineData("namespace ErmineGenerated;")]
    [InlineData("namespace global.@namespace;")]
    [InlineData("")]
    public void A_namespace_hides_nothing(string space) => UserProject.App($$"""
        {{space}}
        {{Job}}
        public interface IService;
        public sealed class Working(IService service)
        {
            [Function, QueueTrigger] public global::System.Threading.Tasks.Task One(Job job) => global::System.Threading.Tasks.Task.FromResult((job, service));
            [Function, Rest("GET /one")] public global::System.Threading.Tasks.Task<Job> Get(int id) => global::System.Threading.Tasks.Task.FromResult(new Job(id));
        }
        """, "using Microsoft.AspNetCore.Builder;\nvar builder = WebApplication.CreateBuilder(args);\nbuilder.AddErmine();").Compile().Compiles().CompilesUnsilenced();

    [Theory]
    [InlineData("Outcome"), InlineData("Batch"), InlineData("Task"), InlineData("ValueTask"), InlineData("Invocation"), InlineData("CancellationToken"), InlineData("FunctionCatalog"), InlineData("InputShape")]
    [InlineData("System"), InlineData("Ermine"), InlineData("Object"), InlineData("Guid"), InlineData("AddTo"), InlineData("Catalog"), InlineData("ErmineApp"), InlineData("ShopCatalog"), InlineData("Microsoft")]
    public void A_type_may_be_called_like_one_of_ours(string name) => UserProject.App($$"""
        namespace Shop
        {
            public sealed record {{name}}(int Id);
            public static class Working
            {
                [global::Ermine.Function, global::Ermine.QueueTrigger("jobs")] public static global::System.Threading.Tasks.Task One({{name}} job) => global::System.Threading.Tasks.Task.FromResult(job);
                [global::Ermine.Function, global::Ermine.Rest("POST /job")] public static {{name}} Body({{name}} job) => job;
                [global::Ermine.Function, global::Ermine.Rest("GET /job")] public static global::System.Threading.Tasks.Task<{{name}}> Get(int id) => global::System.Threading.Tasks.Task.FromResult(new {{name}}(id));
            }
        }
        """, "System.Console.WriteLine();").Compile().Compiles().CompilesUnsilenced();

    [Theory]
    [InlineData("AddTo"), InlineData("Catalog"), InlineData("Program"), InlineData("ErmineApp"), InlineData("@class"), InlineData("Task"), InlineData("Functions")]
    public void A_class_of_functions_may_have_any_name(string name) => UserProject.Library($$"""
        {{Job}}
        public static class {{name}} { [Function, QueueTrigger] public static void Run(Job job) => _ = job; }
        namespace Shop.Catalog.More { public static class {{name}} { [Function, QueueTrigger] public static void Run(Job job) => _ = job; } }
        """).Compile().Compiles().CompilesUnsilenced();

    [Theory]
    [InlineData("AddTo"), InlineData("@event"), InlineData("ToString"), InlineData("Equals"), InlineData("GetHashCode"), InlineData("MemberwiseClone"), InlineData("ReferenceEquals"), InlineData("Add"), InlineData("catalog"), InlineData("invocation"), InlineData("batch"), InlineData("Task")]
    public void A_function_may_have_any_name(string name)
    {
        var run = UserProject.Library($$"""
            namespace Shop;
            {{Job}}
            public sealed class Working
            {
                [Function, QueueTrigger] public void {{name}}(Job job) => _ = job;
                [Function(Id = "second"), QueueTrigger] public void {{name}}(Job job, CancellationToken ct) => _ = (job, ct);
                [Function(Id = "third"), QueueTrigger] public void {{name}}2(Job job) => _ = job;
            }
            """).Compile().Compiles().CompilesUnsilenced();

        Assert.Equal(3, run.File("Working").Split("catalog.Add(").Length - 1);
    }

    [Fact]
    public void Classes_of_one_name_in_two_namespaces_get_a_file_each()
    {
        var run = UserProject.Library(Job, "namespace A { public class Same { [Function, QueueTrigger] public void Run(Job job) => _ = job; } }", "namespace B { public class Same { [Function, QueueTrigger] public void Run(Job job) => _ = job; } }").Compile().Compiles();

        Assert.Contains("A.Same.g.cs", run.Files.Keys);
        Assert.Contains("B.Same.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Names_that_differ_only_by_case_get_a_file_each()
    {
        var run = UserProject.Library($$"""
            {{Job}}
            namespace Shop { public class Voting { [Function, QueueTrigger] public void Run(Job job) => _ = job; } public class VOTING { [Function(Id = "b"), QueueTrigger] public void Run(Job job) => _ = job; } }
            namespace SHOP { public class Voting { [Function, QueueTrigger] public void Run(Job job) => _ = job; } }
            namespace Shop { public static class Outer { public class Inner { [Function, QueueTrigger] public void Run(Job job) => _ = job; } public class INNER { [Function, QueueTrigger] public void Run(Job job) => _ = job; } } }
            """).Compile().Compiles();

        Assert.Equal(5, run.Files.Keys.Count(name => !name.StartsWith("Ermine-", StringComparison.Ordinal)));
        Assert.Equal(run.Files.Count, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_nested_class_stands_beside_one_of_its_generated_name()
    {
        var run = UserProject.Library($$"""
            namespace Shop;
            {{Job}}
            public static class Outer
            {
                public class Inner { [Function, QueueTrigger] public void Run(Job job) => _ = job; public class X { [Function, QueueTrigger] public void Run(Job job) => _ = job; } }
                public class Inner_X { [Function, QueueTrigger] public void Run(Job job) => _ = job; }
            }
            public class Outer_Inner { [Function, QueueTrigger] public void Run(Job job) => _ = job; public class X { [Function, QueueTrigger] public void Run(Job job) => _ = job; } }
            public class Outer_inner { [Function, QueueTrigger] public void Run(Job job) => _ = job; }
            public class Outer_Inner<T> { [Function, QueueTrigger] public static void Run(Job job) => _ = job; }
            """).Compile().Compiles();

        Assert.Equal(7, run.Files.Keys.Count(name => !name.StartsWith("Ermine-", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_experimental_may_be_used() => UserProject.Library($$"""
        using System.Diagnostics.CodeAnalysis;
        namespace Shop;
        {{Job}}
        [Experimental("SHOP001")] public interface IDaring;
        #pragma warning disable SHOP001
        public sealed class Working(IDaring daring) { [Function, QueueTrigger] public void Run(Job job, IDaring again) => _ = (job, daring, again); }
        """).Compile().Compiles();

    [Fact]
    public void What_is_private_to_a_class_stays_out_of_its_metadata()
    {
        var run = UserProject.Library($$"""
            namespace Shop;
            {{Job}}
            public sealed class NoteAttribute(Type type) : Attribute { public Type Type { get; } = type; }
            public sealed class Working
            {
                private sealed class Hidden;
                private sealed class HiddenAttribute : Attribute;
                [Function, QueueTrigger, Note(typeof(List<Hidden>)), Hidden] public void Run(Job job) => _ = (job, new Hidden());
            }
            """).Compile().Compiles();

        Assert.DoesNotContain("Hidden", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_and_a_record_of_one_name_give_one_file()
    {
        var run = UserProject.Library($$"""
            namespace Shop;
            {{Job}}
            public class Twice { [Function, QueueTrigger] public void Run(Job job) => _ = job; }
            public record struct Twice { [Function, QueueTrigger] public static void Run(Job job) => _ = job; }
            public class Once { [Function, QueueTrigger] public void Run(Job job) => _ = job; }
            """).Compile();

        Assert.Contains("Shop.Once.g.cs", run.Files.Keys);
        Assert.Contains("Shop.Twice.g.cs", run.Files.Keys);
    }
}
