using System.Text.Json.Serialization;

namespace Ermine.Benchmarks.Http.Apps.Shared;

/// <summary>The JSON of both apps.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(int))]
public sealed partial class AppJson : JsonSerializerContext;
