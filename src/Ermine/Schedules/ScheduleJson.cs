using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.Schedules;

/// <summary>How schedules become JSON for operators, and firings what functions take, without the app's own options having to know of it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ScheduleStatus[]))]
[JsonSerializable(typeof(ScheduleCount))]
[JsonSerializable(typeof(ScheduledFiring))]
internal sealed partial class ScheduleJson : JsonSerializerContext;
