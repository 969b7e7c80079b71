using Ermine.Generator.Parsing;

namespace Ermine.Generator.Tests.Parsing;

public sealed class FunctionIdTests
{
    [Theory]
    [InlineData("Voting", "voting")]
    [InlineData("CastVote", "cast-vote")]
    [InlineData("HTTPPing", "http-ping")]
    [InlineData("PingHTTP", "ping-http")]
    [InlineData("IOQueue", "io-queue")]
    [InlineData("ID", "id")]
    [InlineData("Get2Things", "get2-things")]
    [InlineData("V2Api", "v2-api")]
    [InlineData("already_snake", "already-snake")]
    [InlineData("Mixed_Case", "mixed-case")]
    [InlineData("_leading", "leading")]
    [InlineData("Trailing_", "trailing")]
    [InlineData("Double__Underscore", "double-underscore")]
    [InlineData("lower", "lower")]
    [InlineData("ÄrgerÜber", "ärger-über")]
    public void A_name_becomes_kebab_case(string name, string kebab) => Assert.Equal(kebab, FunctionId.Kebab(name));
}
