using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.CloudEvents;

/// <summary>How the data of a CloudEvent becomes JSON.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(byte[]))]
internal sealed partial class DetailJson : JsonSerializerContext;
