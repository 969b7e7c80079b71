namespace Ermine.Generator.Tests.Hostile;

/// <summary>Code that compiles by itself, and that generated code could stumble on.</summary>
internal static class HostileCode
{
    public static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["a method and its class are keywords"] = """
            public static class @class { [Function, Rest("GET /a")] public static string @event(string @int, int @async, int await, int from) => @int; }
            """,
        ["a namespace is a keyword"] = """
            namespace @class.@event { public static class Voting { [Function, Rest("GET /a")] public static string Cast() => ""; } }
            """,
        ["parameters bear every name that generated code uses"] = """
            namespace Polls;
            public sealed class Voting
            {
                [Function, Rest("POST /{request}/{context}")]
                public Task<string> Cast(string request, string context, string http, string target, string result, string invocation, string ct, string batch, string catalog, string services, Body Outcome, CancellationToken token)
                    => Task.FromResult(request);
                [Function, QueueTrigger("a")]
                public void Tally(Body batch, IComparable<int> invocation, IComparable<string> ct, IComparable<long> target, IComparable<byte> result, IComparable<char> Invocation, IComparable<bool> CancellationToken) { }
            }
            public sealed record Body(int A);
            """,
        ["methods bear names that generated code uses"] = """
            namespace Polls;
            public class Outcome
            {
                [Function, QueueTrigger("a")] public void Batch(Guid id) { }
                [Function, QueueTrigger("b")] public void AddTo(Guid id) { }
                [Function, QueueTrigger("c")] public void AddTo2(Guid id) { }
                [Function, QueueTrigger("d")] public void Invocation(Guid id) { }
                [Function, QueueTrigger("e")] public void CancellationToken(Guid id) { }
                [Function, QueueTrigger("f")] public void Equals(Guid id) { }
                [Function, QueueTrigger("g")] public void GetHashCode(Guid id) { }
                [Function(Id = "x"), QueueTrigger("h")] public void Equals(int id) { }
                [Function(Id = "y"), QueueTrigger("i")] public void ReferenceEquals(int id) { }
            }
            """,
        ["classes bear names that generated code uses"] = """
            public static class Catalog { [Function, Rest("GET /a")] public static string A() => ""; }
            public static class ErmineApp { [Function, Rest("GET /b")] public static string A() => ""; }
            public static class PollsCatalog { [Function, Rest("GET /c")] public static string A() => ""; }
            namespace Catalog2 { public static class Functions { [Function, Rest("GET /d")] public static string A() => ""; } }
            namespace Microsoft2 { public static class ValueTask { [Function, Rest("GET /e")] public static string A() => ""; } }
            """,
        ["a namespace is called as the catalog"] = """
            namespace PollsCatalog { public static class A { [Function, Rest("GET /a")] public static string B() => ""; } }
            """,
        ["a namespace is called as a class of another is"] = """
            namespace Polls { public class A { public class B { [Function, Rest("GET /a")] public string C() => ""; } } }
            namespace Polls.A_B { public class D { [Function, Rest("GET /b")] public string C() => ""; } }
            """,
        ["nested classes and underscores"] = """
            namespace Polls;
            public class A { public class B_C { [Function, Rest("GET /a")] public string M() => ""; } public class B { [Function, Rest("GET /e")] public string M() => ""; } }
            public class A_B { public class C { [Function, Rest("GET /b")] public string M() => ""; } [Function, Rest("GET /d")] public string M() => ""; }
            public class A_B_C { [Function, Rest("GET /c")] public string M() => ""; }
            """,
        ["names that differ by case only"] = """
            namespace Polls { public class Voting { [Function, Rest("GET /a")] public string A() => ""; } public class voting2 { [Function, Rest("GET /b")] public string A() => ""; } public class Voting2 { [Function, Rest("GET /c")] public string A() => ""; } }
            namespace polls { public class Voting { [Function, Rest("GET /d")] public string A() => ""; } }
            """,
        ["names that differ by case only, nested"] = """
            namespace Polls;
            public class A { public class X { [Function, Rest("GET /a")] public string M() => ""; } }
            public class a_x { [Function, Rest("GET /b")] public string M() => ""; }
            """,
        ["defaults of every kind"] = """
            namespace Polls;
            public enum Sort : sbyte { Up = -1, Down = 1 }
            public static class Voting
            {
                [Function, Rest("GET /a")]
                public static string A(char letter = ';', string text = "a\"\r\n\\\u2028", Sort sort = Sort.Up, Sort none = (Sort)(-7), Sort? maybe = Sort.Down, double d = double.NaN, float f = float.NegativeInfinity,
                    decimal m = -1.5m, long l = long.MinValue, ulong u = ulong.MaxValue, int i = int.MinValue, Guid id = default, DateTime at = default, int? n = null, string? s = null, bool b = true, sbyte sb = -3) => text;
            }
            """,
        ["arguments of attributes of every kind"] = """
            namespace Polls;
            [Flags] public enum Days : ushort { None, A = 1, B = 2 }
            public sealed class KindAttribute(object? value, params string?[] rest) : TriggerAttribute
            {
                public object? Value { get; } = value;
                public string?[] Rest { get; } = rest;
                public Type? @class { get; init; }
                public Days Days { get; set; }
                public double Number { get; set; }
                public char Letter { get; set; }
                public object[]? Many { get; set; }
                public string? Text { get; set; }
            }
            public sealed class TwoAttribute : TriggerAttribute { public TwoAttribute(string? a) { } public TwoAttribute(Type? a) { } }
            public static class Voting
            {
                [Function, Kind((byte)3, "a", null, @class = typeof(Dictionary<,>), Days = Days.A | Days.B, Number = double.PositiveInfinity, Letter = '\'', Many = new object[] { 1L, "x\0", typeof(List<string>), Days.A, new int[] { 1 } }, Text = null)]
                public static void A() { }
                [Function, Kind(null)] public static void B() { }
                [Function, Kind(Days.None, Letter = '\ud800')] public static void C() { }
                [Function, Two((string?)null)] public static void D() { }
                [Function, Kind(new[] { "a" }, new string[0])] public static void E() { }
            }
            """,
        ["what the user marks obsolete"] = """
            namespace Polls;
            #pragma warning disable CS0618
            [Obsolete("x")] public sealed record Vote(int A);
            [Obsolete("x")] public sealed class Voting { [Obsolete("y"), Function, QueueTrigger("a")] public void Tally(Vote vote) { } }
            """,
        ["nothing nullable"] = """
            #nullable disable
            namespace Polls;
            public sealed class Voting
            {
                public Voting(IComparable a, IComparable<string> b = null) { }
                [Function, Rest("POST /a/{id}")] public Task<string> A(string id, string q, string r = null, Body body = null, IQueue<string> queue = null) => null;
                [Function, QueueTrigger("a")] public void B(Body body, IQueue<string> queue) { }
                [Function, QueueTrigger("b")] public void C(IReadOnlyList<Body> body) { }
            }
            public sealed class Body { }
            """,
        ["nullable within"] = """
            namespace Polls;
            public sealed class Voting(IQueue<string?> a, IQueue<string>? b = null)
            {
                public object? Use => (a, b);
                [Function, Rest("POST /a/{id?}")] public Task<string?> A(string? id, IQueue<string?> queue, Dictionary<string, string?> body, IComparable? maybe) => Task.FromResult(id);
                [Function, QueueTrigger("b")] public void C(IReadOnlyList<string?> body) { }
                [Function, QueueTrigger("c")] public void D(string? body) { }
                [Function, QueueTrigger("d")] public void E(int? body) { }
                [Function, Rest("POST /f")] public Body? F(Body? body) => body;
                [Function, Rest("POST /g")] public Body? G(Body body) => body;
            }
            public struct Body { }
            """,
        ["partial methods with the attribute on either part"] = """
            namespace Polls;
            public static partial class Voting
            {
                [Function, Rest("GET /a")] public static partial string A();
                public static partial string A() => "";
                public static partial string B();
                [Function, Rest("GET /b")] public static partial string B() => "";
            }
            """,
        ["structs, records, disposables"] = """
            namespace Polls;
            public struct S { public S(TimeProvider clock) { } [Function, Rest("GET /a")] public string A() => ""; }
            public struct T { [Function, Rest("GET /b")] public string A() => ""; }
            public record R(TimeProvider Clock) { [Function, Rest("GET /c")] public string A() => ""; }
            public sealed record Q { [Function, Rest("GET /d")] public string A() => ""; }
            public sealed class D : IDisposable { public void Dispose() { } [Function, Rest("GET /e")] public string A() => ""; }
            public sealed class E : IAsyncDisposable { public ValueTask DisposeAsync() => default; [Function, Rest("GET /f")] public string A() => ""; }
            public sealed class F : IAsyncDisposable, IDisposable { void IDisposable.Dispose() { } ValueTask IAsyncDisposable.DisposeAsync() => default; [Function, Rest("GET /g")] public string A() => ""; }
            """,
        ["results of every kind"] = """
            using Ermine.Kernel;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Http.HttpResults;
            namespace Polls;
            public static class Voting
            {
                [Function, Rest("GET /a")] public static dynamic A() => 1;
                [Function, Rest("GET /b")] public static (int A, string B) B() => (1, "");
                [Function, Rest("GET /c")] public static async Task<Results<Ok<string>, NotFound>> C() { await Task.Yield(); return TypedResults.NotFound(); }
                [Function, Rest("GET /d")] public static ValueTask<int?> D() => new((int?)null);
                [Function, Rest("GET /e")] public static Outcome E() => Outcome.Completed;
                [Function, Rest("GET /f")] public static Task<Outcome> F() => Task.FromResult(Outcome.Completed);
                [Function, QueueTrigger("g")] public static ValueTask<Outcome> G(int a) => new(Outcome.Completed);
                [Function, QueueTrigger("h")] public static int H(int a) => a;
                [Function, Rest("GET /i")] public static IResult? I() => null;
                [Function, Rest("GET /j")] public static IAsyncEnumerable<int> J() => null!;
                [Function, Rest("GET /k")] public static Later K() => new();
                [Function, Rest("GET /l")] public static object? L() => null;
                [Function, Rest("GET /m")] public static Task<int[]?> M() => Task.FromResult<int[]?>(null);
            }
            public sealed class Later() : Task<int>(() => 1);
            """,
        ["the invocation by each of its types"] = """
            using Ermine.Kernel;
            using Ermine.Http;
            using Microsoft.AspNetCore.Http;
            namespace Polls;
            public static class Voting
            {
                [Function, Rest("GET /a")] public static void A(HttpInvocation a, Invocation<HttpContext> b, Invocation c) { }
                [Function, QueueTrigger("b")] public static void B(Invocation<Batch> a, Batch b, WorkInvocation c) { }
            }
            """,
        ["two routes of one method that bind differently"] = """
            namespace Polls;
            public static class Voting
            {
                [Function, Rest("GET /a/{id}"), Rest("GET /a"), Rest("HEAD /a")] public static string A(string id) => id;
                [Function(Id = "b"), Rest("GET /b"), Rest("GET /c"), QueueTrigger("d")] public static void A([Microsoft.AspNetCore.Mvc.FromServices] TimeProvider id) { }
            }
            """,
        ["services by key"] = """
            using Microsoft.Extensions.DependencyInjection;
            namespace Polls;
            public sealed class Voting([FromKeyedServices("a\"b")] TimeProvider a, [FromKeyedServices(DayOfWeek.Monday)] IComparable? b, [FromKeyedServices(null)] IComparable c)
            {
                public object? Use => (a, b, c);
                [Function, Rest("GET /a")] public string A([FromKeyedServices(3)] TimeProvider clock, [FromKeyedServices('x')] IComparable? maybe = null) => "";
            }
            """,
        ["an extension method of the user is called as the container's"] = """
            public static class Mine { public static T GetRequiredService<T>(this IServiceProvider services) => default!; }
            public sealed class Voting(TimeProvider clock) { [Function, Rest("GET /a")] public string A() => clock.ToString()!; }
            """,
        ["a parameter has a default that nothing fills"] = """
            namespace Polls;
            public sealed class Voting(TimeProvider clock, int top = 3, string name = "x")
            {
                public object Use => (clock, top, name);
                [Function, QueueTrigger("a")] public void A(Vote vote, int top = 10) { }
            }
            public sealed record Vote(int A);
            """,
        ["a class guards what derives from it"] = """
            using Microsoft.AspNetCore.Authorization;
            namespace Polls;
            [AttributeUsage(AttributeTargets.Class, Inherited = false)] public sealed class OwnAttribute : Attribute;
            [Authorize("base"), Own] public abstract class Guarded { [Authorize("method")] public virtual string A() => ""; }
            public sealed class Voting : Guarded { [Function, Rest("GET /a")] public override string A() => ""; }
            """,
        ["caller information"] = """
            using System.Runtime.CompilerServices;
            namespace Polls;
            public sealed class WhereAttribute([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : Attribute { public object Use => (line, file); }
            public static class Voting { [Function, Rest("GET /a"), Where] public static string A() => ""; }
            """,
        ["constraints and defaults of routes"] = """
            namespace Polls;
            public static class Voting
            {
                [Function, Rest("GET /a/{id:int:min(1)}/{name=x}")] public static string A(int id, string name) => name;
                [Function, Rest("GET /b/{id:regex(^\\d{{3}}$)}/{**rest}")] public static string B(string id, string rest) => id;
                [Function, Rest("GET /c/{{literal}}/{file}.{ext?}")] public static string C(string file, string? ext) => file;
            }
            """,
    };
}
