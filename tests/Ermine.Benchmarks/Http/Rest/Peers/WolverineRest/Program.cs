using Ermine.Benchmarks.Http.Rest.Shared;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;
using JasperFx;
using JasperFx.CodeGeneration;
using Wolverine;
using Wolverine.Http;

var builder = RestApp.Builder(args);
StockJwt.AddTo(builder.Services);
builder.Services.AddProblemDetails();
builder.Services.AddWolverineHttp();
builder.Host.UseWolverine(options =>
{
    options.Durability.Mode = DurabilityMode.MediatorOnly;
    options.CodeGeneration.GeneratedCodeOutputPath = Path.GetFullPath("obj/wolverine");
    options.CodeGeneration.TypeLoadMode = args is ["codegen", ..] ? TypeLoadMode.Auto : TypeLoadMode.Static; // its code is part of the program, as its documentation asks for in production
});
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapWolverineEndpoints();
if (args is ["codegen", ..]) return await app.RunJasperFxCommands(args);

await RestApp.RunAsync(app);
return 0;
