// Servers under contract.
using System.Text.Json;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class ServerContracts
{
    /// <summary>A restart reads the server before the action.</summary>
    private const string RunningServer = """
        {"uuid": "11111111-2222-4333-8444-555555555555", "name": "web", "status": "running", "runtime": {"active_since": "2015-03-19T13:44:33+00:00", "nics": []}}
        """;

    private static readonly ContractException Fragment =
        new("The page shows one member only, with a trailing comma, but a PUT needs the required members too.") { RequestIsFragment = true, MendsRequest = true, MendsAnswer = true };

    private static readonly Dictionary<string, Func<ServerFilter, IReadOnlyList<string>, ServerFilter>> Parameters = new()
    {
        ["name"] = static (f, v) => f.Name(v),
        ["name__contains"] = static (f, v) => f.NameContains(v),
        ["tag__name"] = static (f, v) => f.Tag(v),
        ["tag"] = static (f, v) => f.TagUuid([.. v.Select(Guid.Parse)]),
        ["uuid"] = static (f, v) => f.Uuid([.. v.Select(Guid.Parse)]),
        ["fields"] = static (f, v) => f.Fields(v),
    };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("servers-list-detail", AnswerForm.Objects, SdkJson.Context.Server,
            static (client, request) => OperationContract.AllAsync(client.Servers.ListAsync(request.Filter(new ServerFilter(), Parameters)), request))
        {
            Examples = [new("server_list_detail")],
        },
        new("servers-list", AnswerForm.Objects, SdkJson.Context.ServerSummary,
            static (client, request) => OperationContract.AllAsync(client.Servers.ListSummariesAsync(request.Filter(new ServerFilter(), Parameters)), request))
        {
            Examples = [new("server_list")],
        },
        new("servers-get", AnswerForm.Single, SdkJson.Context.Server,
            static (client, request) => OperationContract.OneAsync(client.Servers.GetAsync(request.Uuid)))
        {
            Examples = [new("server_get_running"), new("server_get_two_nics"), new("server_get_clone_source"), new("guest_for_context")],
        },
        new("servers-create", AnswerForm.Objects, SdkJson.Context.Server, CreateAsync)
        {
            Examples =
            [
                new("server_create_minimal"),
                new("server_create_bulk"),
                new("server_create_full"),
                new("server_recurse_del_all_drives_create"),
                new("server_recurse_del_disks_create"),
                new("create_server_for_audit"),
                new("server_with_acl"),
                new("pubkeys_server"),
            ],
        },
        new("servers-update", AnswerForm.Single, SdkJson.Context.Server, UpdateAsync)
        {
            Examples =
            [
                new("server_edit_minimal"),
                new("server_attach_drive"),
                new("server_add_meta"),
                new("server_edit_meta"),
                new("server_add_private_nic"),
                new("server_add_dhcp_nic"),
                new("server_add_manual_nic"),
                new("server_change_nic_to_static"),
                new("server_rearrange_nics"),
                new("server_del_and_change_nic"),
                new("server_add_gpu") { Exception = Fragment },
                new("server_add_sgx") { Exception = Fragment },
                new("tags_update_tag_from_resource"),
            ],
        },
        new("servers-delete", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Servers.DeleteAsync(request.Uuid, Recurse(request))))
        {
            Examples = [new("server_delete"), new("server_recurse_del_all_drives_delete"), new("server_recurse_del_disks_delete")],
        },
        new("servers-start", AnswerForm.Single, SdkJson.Context.ServerActionResult, StartAsync)
        {
            Examples = [new("server_start"), new("start_server_for_audit")],
        },
        new("servers-stop", AnswerForm.Single, SdkJson.Context.ServerActionResult,
            static (client, request) => OperationContract.NothingAsync(client.Servers.StopAsync(request.Uuid)))
        {
            Examples = [new("server_stop")],
        },
        Action("servers-shutdown", static (client, uuid) => client.ShutdownAsync(uuid), new ContractExample("server_acpi_shutdown")),
        Action("servers-restart", static (client, uuid) => client.RestartAsync(uuid)) with { Lead = static _ => RunningServer },
        Action("servers-open-vnc", static (client, uuid) => client.OpenVncAsync(uuid), new ContractExample("server_open_vnc")),
        Action("servers-close-vnc", static (client, uuid) => client.CloseVncAsync(uuid), new ContractExample("server_close_vnc")),
        Action("servers-open-console", static (client, uuid) => client.OpenConsoleAsync(uuid), new ContractExample("server_open_console")),
        Action("servers-close-console", static (client, uuid) => client.CloseConsoleAsync(uuid), new ContractExample("server_close_console")),
        new("servers-clone", AnswerForm.Single, SdkJson.Context.Server, CloneAsync) { Examples = [new("server_clone")] },
        new("servers-delete-bulk", AnswerForm.None, null, static (client, request) => OperationContract.NothingAsync(client.Servers.DeleteManyAsync(request.Uuids, Recurse(request)))),
        new("servers-runtime", AnswerForm.Single, SdkJson.Context.ServerRuntime, static async (client, request) => [(await client.Servers.GetRuntimeAsync(request.Uuid))!]),
        new("servers-availability-groups", AnswerForm.Single, SdkJson.Context.AvailabilityGroups,
            static (client, _) => OperationContract.OneAsync(client.Servers.GetAvailabilityGroupsAsync())),
        new("servers-availability-group", AnswerForm.Single, SdkJson.Context.AvailabilityGroup,
            static (client, request) => OperationContract.OneAsync(client.Servers.GetAvailabilityGroupAsync(request.Uuid))),
    ];

    private static OperationContract Action(string id, Func<IServersClient, Guid, Task> act, params IReadOnlyList<ContractExample> examples) =>
        new(id, AnswerForm.Single, SdkJson.Context.ServerActionResult, (client, request) => OperationContract.NothingAsync(act(client.Servers, request.Uuid))) { Examples = examples };

    private static DeleteServerOptions? Recurse(ContractRequest request) =>
        request.Parameter("recurse") is { } recurse ? new DeleteServerOptions { Recurse = new RecurseDrives(recurse) } : null;

    private static async Task<IReadOnlyList<object>?> CloneAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var options = request.Read(SdkJson.Context.CloneServerOptions) with { Avoid = request.Avoid };
        return [(await client.Servers.CloneAsync(request.Uuid, options)).Value];
    }

    private static Task<IReadOnlyList<object>?> CreateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var servers = request.ReadObjects(SdkJson.Context.NewServer);
        return servers.Count == 1 ? OperationContract.OneAsync(client.Servers.CreateAsync(servers[0])) : OperationContract.ManyAsync(client.Servers.CreateManyAsync(servers));
    }

    /// <summary>A body with a uuid is a server that was read and is sent back; one without is a new definition.</summary>
    private static Task<IReadOnlyList<object>?> UpdateAsync(ICloudSigmaClient client, ContractRequest request)
    {
        var body = request.Body;
        if (body.TryGetProperty("uuid", out _)) return OperationContract.OneAsync(client.Servers.UpdateAsync(request.Read(SdkJson.Context.Server)));
        var definition = body.TryGetProperty("name", out _) ? request.Read(SdkJson.Context.NewServer) : Complete(body);
        return OperationContract.OneAsync(client.Servers.UpdateAsync(request.Uuid, definition));
    }

    /// <summary>Adds to a fragment what every definition has to have.</summary>
    private static NewServer Complete(JsonElement fragment)
    {
        var part = JsonSerializer.Deserialize(fragment, SdkJson.Context.Server)!;
        return new NewServer
        {
            Name = "web",
            Cpu = 2000,
            Memory = ByteSize.GiB(1),
            VncPassword = "secret12",
            Gpus = part._gpus.Value,
            Epcs = part._epcs.Value,
        };
    }

    private static Task<IReadOnlyList<object>?> StartAsync(ICloudSigmaClient client, ContractRequest request)
    {
        StartMethod? method = request.Body.TryGetProperty("allocation_method", out var text) ? new StartMethod(text.GetString()!) : null;
        return OperationContract.NothingAsync(client.Servers.StartAsync(request.Uuid, new StartServerOptions { Avoid = request.Avoid, Method = method }));
    }
}
