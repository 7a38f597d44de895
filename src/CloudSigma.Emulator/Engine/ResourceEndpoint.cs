// The operations of one resource, made from its declaration.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal sealed class ResourceEndpoint(RequestContext request, ResourceDefinition resource)
{
    private AccountPartition Partition => resource.Library ? request.State.Library : request.Caller;

    private DocumentCollection Documents => Partition.Collection(resource.StoredIn);

    public ApiResponse Collection() => Allowed(resource.ListMethods) switch
    {
        "GET" => List(detail: false),
        "POST" => resource.Post?.Invoke(request) ?? Create(),
        "PUT" => BulkUpdate(),
        "DELETE" => BulkDelete(),
        _ => Options(resource.ListMethods),
    };

    public ApiResponse Detail() => Allowed(["GET"]) == "GET" ? List(detail: true) : Options(["GET"]);

    public ApiResponse Schema()
    {
        if (Allowed(["GET"]) != "GET") return Options(["GET"]);
        request.CheckQuery("format");
        return SchemaRenderer.Render(request, resource);
    }

    public ApiResponse Object(string id) => Allowed(resource.ObjectMethods) switch
    {
        "GET" => Show(Find(id)),
        "PUT" => Update(Find(id)),
        "DELETE" => Delete(Find(id)),
        _ => Options(resource.ObjectMethods),
    };

    public ApiResponse Singleton() => Allowed(resource.ListMethods) switch
    {
        "GET" => Show(resource.Single!(request.Caller)),
        "PUT" => Update(resource.Single!(request.Caller)),
        "POST" => Replace(resource.Single!(request.Caller)),
        _ => Options(resource.ListMethods),
    };

    /// <summary>The objects of another resource that belong to one object, such as the servers with a tag.</summary>
    public ApiResponse Contents(string id, ResourceDefinition listed)
    {
        if (Allowed(["GET"]) != "GET") return Options(["GET"]);
        var contents = resource.Contents!(Find(id)).Where(document => document.Resource == listed.Name);
        return DocumentRenderer.List(request, listed, contents, new ListQuery(request, listed, detail: false) { UriAsObject = true });
    }

    public ApiResponse Action(string id)
    {
        if (Allowed(["POST"]) != "POST") return Options(["POST"]);
        var document = Find(id);
        var name = request.Query.Last("do")
            ?? throw ApiException.Validation("The query parameter do is missing; it names the action", "do");
        var action = resource.Actions.FirstOrDefault(action => action.Name == name)
            ?? throw ApiException.Validation(
                $"\"{name}\" is not one of {string.Join(", ", resource.Actions.Select(static action => action.Name))}", "do");
        request.CheckQuery(["do", .. action.Parameters]);
        if (action.Audited) request.Audit.Begin(action.AuditName, resource.Name, document);
        if (!action.OnLibrary) RefuseLibrary(document);
        Access.Require(request.Caller, document, action.Right);
        var body = BodyReader.ActionBody(request.Body);
        foreach (var (member, _) in body)
        {
            if (action.Members is null ? resource.Field(member) is null : !action.Members.Contains(member))
                request.Unknown("member", member);
        }

        var answer = action.Run(request, document, body);
        if (action.Audited) request.Audit.Done();
        if (action.AuditName == ActionNames.CloneSource)
        {
            foreach (var copy in request.State.Journal?.New.Where(copy => request.State.Shareable.ContainsKey(copy.Resource)) ?? [])
                request.Audit.Also(ActionNames.CloneTarget, copy);
        }

        return answer;
    }

    /// <summary>One member of an object alone.</summary>
    public ApiResponse Part(string id, string part) => Read(() => resource.Parts[part](Find(id)));

    /// <summary>The ids of all objects that lie on a host, host by host.</summary>
    public ApiResponse AvailabilityGroups() => Read(() => new JsonArray([.. resource.AvailabilityGroups!(request.Caller).Select(Texts)]));

    /// <summary>The ids that share a host with one object, itself included; empty when it lies on no host.</summary>
    public ApiResponse AvailabilityGroup(string id) => Read(() =>
    {
        var document = FindHere(id) ?? throw NotFound(id);
        return Texts(resource.AvailabilityGroups!(request.Caller).FirstOrDefault(group => group.Contains(document.Id)) ?? []);
    });

    /// <summary>Makes one object. It is stored before its rules run, so that they see the cloud with it.</summary>
    public static Document CreateOne(RequestContext request, ResourceDefinition resource, JsonObject body, string? id = null)
    {
        if (resource.IdMember is { } member) id = ValueReader.ReferencedUuid(body[member]);
        if (id is not null && (request.State.Find(resource.StoredIn, id) ?? request.State.Library.Find(resource.StoredIn, id)) is not null)
            throw ApiException.Validation($"There is an object {id} in {resource.Name} already", resource.IdMember ?? "uuid");
        var document = new Document(id ?? request.State.Ids.NewUuid(), resource.StoredIn, request.Caller);
        ObjectReader.ReadNew(request, resource, body, document);
        request.Caller.Collection(resource.StoredIn).Add(document);
        resource.OnCreate?.Invoke(request, document);
        return document;
    }

    /// <summary>Deletes one object by the rules of its resource.</summary>
    public static void DeleteOne(RequestContext request, ResourceDefinition resource, Document document)
    {
        request.Audit.Begin("delete", resource.Name, document);
        RefuseLibrary(document);
        Access.RequireOwner(request.Caller, document, "delete");
        resource.OnDelete?.Invoke(request, document);
        document.Partition.Collection(document.Resource).Remove(document);
        request.Audit.Done();
    }

    private ApiResponse List(bool detail)
    {
        var documents = resource.Listed?.Invoke(request.Caller)
            ?? (resource.Library ? Documents.All : Documents.All.Concat(Access.Shared(request.Caller, resource.StoredIn)));
        if (resource.Holds is { } holds) documents = documents.Where(holds);
        return DocumentRenderer.List(request, resource, documents, new ListQuery(request, resource, detail));
    }

    private ApiResponse Show(Document document)
    {
        if (resource.FreeMap)
        {
            request.CheckQuery("format");
            return ApiResponse.Json(200, writer => document.Data.WriteTo(writer));
        }

        request.CheckQuery("fields", "format");
        return DocumentRenderer.Single(request, resource, document, fields: ListQuery.Selection(request, resource));
    }

    private ApiResponse Create()
    {
        request.CheckQuery(resource.CreateParameters);
        var created = new List<Document>();
        foreach (var body in BodyReader.Many(request.Body))
        {
            request.Audit.Begin("create", resource.Name, document: null, body);
            var document = CreateOne(request, resource, body);
            request.Audit.Done(document);
            created.Add(document);
        }

        var response = DocumentRenderer.Wrapped(request, resource, created, 201);
        response.Headers["Location"] = $"{Router.Root}{resource.Name}/{created[0].Id}/";
        return response;
    }

    private ApiResponse Update(Document document)
    {
        request.CheckQuery();
        UpdateOne(document, BodyReader.One(request.Body));
        return resource.WrapsUpdates
            ? DocumentRenderer.Wrapped(request, resource, [document], 200)
            : DocumentRenderer.Single(request, resource, document);
    }

    private ApiResponse BulkUpdate()
    {
        request.CheckQuery();
        var updated = new List<Document>();
        foreach (var body in BodyReader.Many(request.Body))
        {
            var document = Find(Uuid(body));
            UpdateOne(document, body);
            updated.Add(document);
        }

        return DocumentRenderer.Wrapped(request, resource, updated, 200);
    }

    // The map that is sent takes the place of the one that was there.
    private ApiResponse Replace(Document document)
    {
        request.CheckQuery();
        request.Audit.Begin("update", resource.Name, document);
        var reader = new ValueReader(request, document.Partition);
        var map = reader.Read(new FieldDefinition(resource.Name, FieldType.Dict, ""), BodyReader.One(request.Body), resource.Name);
        reader.ThrowIfFailed();
        var data = document.Edit();
        data.Clear();
        foreach (var (key, value) in map!.AsObject()) data[key] = value?.DeepClone();
        if (Documents.Find(document.Id) is null) Documents.Add(document);
        request.Audit.Done();
        return Show(document);
    }

    private void UpdateOne(Document document, JsonObject body)
    {
        request.Audit.Begin("update", resource.Name, document);
        RefuseLibrary(document);
        Access.Require(request.Caller, document, Right.Edit);
        var changes = ObjectReader.ReadChanges(request, resource, body, document);
        resource.OnUpdate?.Invoke(request, document, changes);
        var data = document.Edit();
        foreach (var (name, value) in changes.ToArray())
        {
            changes.Remove(name);
            data[name] = value;
        }

        request.Audit.Done();
    }

    private ApiResponse Delete(Document document)
    {
        request.CheckQuery(resource.DeleteParameters);
        DeleteOne(request, resource, document);
        return ApiResponse.NoContent();
    }

    private ApiResponse BulkDelete()
    {
        request.CheckQuery(resource.DeleteParameters);
        foreach (var id in BodyReader.Many(request.Body).Select(Uuid).Distinct(StringComparer.Ordinal))
        {
            DeleteOne(request, resource, Find(id));
        }

        return ApiResponse.NoContent();
    }

    private static string Uuid(JsonObject entry) =>
        entry["uuid"] is JsonValue value && value.TryGetValue(out string? id)
            ? id
            : throw ApiException.Validation(ValueReader.RequiredMessage, "uuid");

    private Document Find(string id) =>
        FindHere(id)
        ?? resource.FindElsewhere?.Invoke(request.Caller, id)
        ?? IfHeld(Access.FindShared(request.Caller, resource.StoredIn, id))
        ?? throw NotFound(id);

    private Document? FindHere(string id) => IfHeld(Documents.Find(id));

    private Document? IfHeld(Document? document) => document is not null && resource.Holds?.Invoke(document) != false ? document : null;

    private ApiException NotFound(string id) => ApiException.NotFound($"There is no object {id} in {resource.Name}");

    private ApiResponse Read(Func<JsonNode?> read)
    {
        if (Allowed(["GET"]) != "GET") return Options(["GET"]);
        request.CheckQuery("format");
        var value = read();
        return ApiResponse.Json(200, writer =>
        {
            if (value is null) writer.WriteNullValue();
            else value.WriteTo(writer);
        });
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];

    private static void RefuseLibrary(Document document)
    {
        if (document.Partition.Account is null)
            throw ApiException.Permission("An object of the library can only be read and cloned");
    }

    private string Allowed(IReadOnlyList<string> methods) =>
        request.Method == "OPTIONS" || methods.Contains(request.Method)
            ? request.Method
            : throw ApiException.MethodNotAllowed(request.Method, methods);

    private static ApiResponse Options(IReadOnlyList<string> methods) => ApiResponse.Text(string.Join(',', methods));
}
