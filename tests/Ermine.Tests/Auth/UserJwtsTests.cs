using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;

namespace Ermine.Tests.Auth;

/// <summary>The tool of the SDK that makes tokens for Development, as a newcomer meets it: with a project, and nothing configured.</summary>
public sealed class UserJwtsTests : IDisposable
{
    private const string Secrets = "ermine-user-jwts-test";

    private readonly string _folder = Directory.CreateTempSubdirectory("ermine-user-jwts-").FullName;

    [Fact]
    public async Task A_token_of_dotnet_user_jwts_is_taken_with_nothing_else_configured()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework><UserSecretsId>{Secrets}</UserSecretsId></PropertyGroup></Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.Development.json"), "{}"); // as every template has one
        var token = await RunAsync("user-jwts", "create", "--project", Path.Combine(_folder, "App.csproj"), "--audience", "http://localhost:5000", "--scope", "vote", "--output", "token");

        await using var app = await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new AuthorizeAttribute("voter")),
            builder =>
            {
                builder.Configuration.AddJsonFile(Path.Combine(_folder, "appsettings.Development.json"));
                builder.Configuration.AddJsonFile(Path.Combine(_folder, ".microsoft", "usersecrets", Secrets, "secrets.json"));
                builder.Configuration["Ermine:Auth:Policies:voter"] = "scope:vote";
            });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        using var response = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Its secrets go below the home folder, which is this test's.
    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        (start.Environment["HOME"], start.Environment["DOTNET_CLI_HOME"]) = (_folder, _folder);
        start.Environment.Remove("APPDATA");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {await output} {await error}");
    }
}
