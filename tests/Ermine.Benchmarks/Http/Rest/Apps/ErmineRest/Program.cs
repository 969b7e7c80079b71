using System.Text;
using Ermine.Benchmarks.Http.Rest.Shared;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;

var builder = RestApp.Builder(args);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Ermine:Auth:Issuers:bench:Issuer"] = JwtTerms.Issuer,
    ["Ermine:Auth:Issuers:bench:Audiences:0"] = JwtTerms.Audience,
    ["Ermine:Auth:Issuers:bench:Keys:0:Secret"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(JwtTerms.Secret)),
});
builder.AddErmine();
var app = builder.Build();
app.MapErmine();
await RestApp.RunAsync(app);
