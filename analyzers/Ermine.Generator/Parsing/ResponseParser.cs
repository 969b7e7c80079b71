using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads from a return type what may be answered over HTTP. Of a result that says nothing of it by its type, such as a bare
/// <c>IResult</c>, nothing is known.</summary>
internal static class ResponseParser
{
    private const string Results = "Microsoft.AspNetCore.Http.HttpResults";
    private const string FileInfo = "System.IO.FileInfo";
    private const string Problem = "global::Microsoft.AspNetCore.Mvc.ProblemDetails";

    public static IEnumerable<RestResponseModel> Of(ITypeSymbol? value)
    {
        if (value is null || value.Is(Names.Outcome)) return [new RestResponseModel(204)];
        if (value.Implements(Names.Result)) return OfResult(value);

        RestResponseModel[] answered = ReturnParser.KindOf(value) switch
        {
            ReturnKind.File => [Binary(200, "application/octet-stream"), Binary(206, "application/octet-stream"), new RestResponseModel(416)],
            ReturnKind.Sequence => [Sequence((INamedTypeSymbol)value)],
            ReturnKind.Text => [new RestResponseModel(200, "string", Types("text/plain"))],
            _ => [new RestResponseModel(200, TypeOf(HttpTypes.Bare(value)))],
        };
        var isFound = !MayBeNull(value) && !value.Is(FileInfo);
        if (value.Is(FileInfo)) answered = [Binary(200, "*/*"), Binary(206, "*/*"), new RestResponseModel(304), new RestResponseModel(412), new RestResponseModel(416)];
        return isFound ? answered : [.. answered, new RestResponseModel(404, Problem)];
    }

    /// <summary>The type as it stands in a <c>typeof</c>, which takes no <c>dynamic</c>.</summary>
    public static string TypeOf(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic ? "object" : type.Text();

    private static IEnumerable<RestResponseModel> OfResult(ITypeSymbol result)
    {
        if (result is not INamedTypeSymbol named || TypeText.Name(named.ContainingNamespace) != Results) return [];

        var absent = MayBeNull(named) ? [new RestResponseModel(404, Problem)] : Array.Empty<RestResponseModel>();
        return (named.Name == "Results" ? named.TypeArguments.SelectMany(OfResult) : One(named)).Concat(absent);
    }

    private static RestResponseModel[] One(INamedTypeSymbol result)
    {
        var type = result.TypeArguments is [var content] ? TypeOf(content) : "";
        return result.Name switch
        {
            "Ok" or "JsonHttpResult" => [new RestResponseModel(200, type)],
            "Created" or "CreatedAtRoute" => [new RestResponseModel(201, type)],
            "Accepted" or "AcceptedAtRoute" => [new RestResponseModel(202, type)],
            "NoContent" => [new RestResponseModel(204)],
            "BadRequest" => [new RestResponseModel(400, type)],
            "ValidationProblem" => [new RestResponseModel(400, "global::Microsoft.AspNetCore.Http.HttpValidationProblemDetails")],
            "UnauthorizedHttpResult" => [new RestResponseModel(401)],
            "ForbidHttpResult" => [new RestResponseModel(403)],
            "NotFound" => [new RestResponseModel(404, type)],
            "Conflict" => [new RestResponseModel(409, type)],
            "UnprocessableEntity" => [new RestResponseModel(422, type)],
            "InternalServerError" => [new RestResponseModel(500, type)],
            "RedirectHttpResult" or "RedirectToRouteHttpResult" => [new RestResponseModel(302)],
            "ServerSentEventsResult" => [new RestResponseModel(200, "string", Types("text/event-stream"))],
            "FileContentHttpResult" or "FileStreamHttpResult" or "PhysicalFileHttpResult" or "VirtualFileHttpResult" or "PushStreamHttpResult" =>
                [Binary(200, "*/*")],
            _ => [],
        };
    }

    // A list, or its items as they come.
    private static RestResponseModel Sequence(INamedTypeSymbol sequence) => sequence.TypeArguments[0].Is("System.Net.ServerSentEvents.SseItem`1")
        ? new RestResponseModel(200, "string", Types("text/event-stream"))
        : new RestResponseModel(200, $"global::System.Collections.Generic.IEnumerable<{TypeOf(sequence.TypeArguments[0])}>", Types("application/json", "application/x-ndjson", "application/jsonl", "text/event-stream"));

    private static RestResponseModel Binary(int status, string type) => new(status, "global::System.IO.Stream", Types(type));

    private static EquatableArray<string> Types(params string[] types) => types.ToEquatableArray();

    private static bool MayBeNull(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
