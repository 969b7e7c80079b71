using Ermine.Generator.Parsing;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Parsing;

public sealed class TypeTextTests
{
    [Theory]
    [InlineData("int"), InlineData("int?"), InlineData("string"), InlineData("string?"), InlineData("object"), InlineData("decimal"), InlineData("nint"), InlineData("nuint?"), InlineData("IntPtr"), InlineData("dynamic")]
    [InlineData("Guid"), InlineData("Guid?"), InlineData("DateTimeOffset"), InlineData("Task"), InlineData("List<int>"), InlineData("List<string?>"), InlineData("List<string?>?"), InlineData("List<int?>"), InlineData("Dictionary<string, List<int?[]>>")]
    [InlineData("int[]"), InlineData("int?[]"), InlineData("string?[]?"), InlineData("int[][]"), InlineData("string?[]?[]"), InlineData("int[,]"), InlineData("List<int[]?>")]
    [InlineData("(int, string)"), InlineData("(int A, string? B)?"), InlineData("List<(int A, Guid B)>"), InlineData("ValueTuple<int, string>"), InlineData("ValueTuple<int>")]
    [InlineData("Outer.Inner"), InlineData("Outer.Generic<int>.Deep"), InlineData("Outer.Generic<string?>.Deep?"), InlineData("@event.@class"), InlineData("Homeless"), InlineData("Kind"), InlineData("Kind?"), InlineData("Handler<Homeless?>")]
    [InlineData("Nullable<int>"), InlineData("IEnumerable<KeyValuePair<string, object?>>"), InlineData("int*"), InlineData("delegate*<int, void>"), InlineData("TOpen"), InlineData("List<TOpen>"), InlineData("TOpen?")]
    public void A_type_is_written_as_the_compiler_displays_it(string type)
    {
        var compilation = UserProject.Library($$"""
            public class Homeless;
            public enum Kind { One }
            public delegate void Handler<T>(T value);
            public class Outer { public class Inner; public class Generic<T> { public class Deep; } }
            namespace @event { public class @class; }
            public unsafe class Holder<TOpen> { public {{type}} Value = default!; }
            """).ToCompilation();
        var field = (IFieldSymbol)compilation.GetTypeByMetadataName("Holder`1")!.GetMembers("Value").Single();
        Assert.False(field.Type is IErrorTypeSymbol);

        Assert.Equal(TypeText.Displayed(field.Type), TypeText.Of(field.Type));
    }
}
